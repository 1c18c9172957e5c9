package org.serviceledger.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.serviceledger.query.shared.CannotAnswer;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Shows an error page with the usual layout when a question has no answer. */
@ControllerAdvice(basePackageClasses = PageFaults.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFaults {

    private static final String RETRY_SOON = "2";

    /** A page and its fragment share one address. {@code Vary} keeps a browser from showing one for the other. */
    @ModelAttribute
    void varyByFragment(HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, "HX-Request");
    }

    /** Treats empty form fields as absent. */
    @InitBinder
    void emptyMeansAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @ExceptionHandler
    String onNoAnswer(CannotAnswer none, HttpServletResponse response, Model page) {
        var status = none.reason().status();
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SOON);
        }
        return error(status, response, page);
    }

    @ExceptionHandler({BindException.class, MethodArgumentTypeMismatchException.class})
    String onUnreadableAddress(HttpServletResponse response, Model page) {
        return error(HttpStatus.BAD_REQUEST, response, page);
    }

    static String error(HttpStatus status, HttpServletResponse response, Model page) {
        response.setStatus(status.value());
        page.addAttribute("status", status.value());
        return "error";
    }
}
