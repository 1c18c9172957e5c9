package org.serviceledger.query.attendance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.serviceledger.api.SignedIn;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.ReadApi;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Serves attendance over HTTP. */
@ReadApi
@Tag(name = "api.tag.attendance")
class AttendanceApi {

    private final Attendance attendance;

    AttendanceApi(Attendance attendance) {
        this.attendance = attendance;
    }

    @GetMapping("/api/reports/attendance")
    @Operation(summary = "api.attendance", description = "api.attendance.unasked")
    AttendanceReport report(
            @ParameterObject @ModelAttribute AttendanceQuestion question,
            @ParameterObject @ModelAttribute Freshness freshness,
            @AuthenticationPrincipal SignedIn user) {
        return attendance.report(question, freshness, user);
    }
}
