package org.serviceledger.api.act;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * Requires a day or instant in the years 1900 to 2199 in China's time zone, the range that ids, stores and calendars
 * can hold.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlausibleTime.Check.class)
public @interface PlausibleTime {

    String message() default "fault.years";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null. */
    final class Check implements ConstraintValidator<PlausibleTime, Temporal> {

        private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
        private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
        private static final LocalDate END = LocalDate.of(2200, 1, 1);

        @Override
        public boolean isValid(@Nullable Temporal value, ConstraintValidatorContext context) {
            return switch (value) {
                case null -> true;
                case LocalDate day -> !day.isBefore(FIRST) && day.isBefore(END);
                case Instant moment -> !moment.isBefore(start(FIRST)) && moment.isBefore(start(END));
                default -> false;
            };
        }

        private static Instant start(LocalDate day) {
            return day.atStartOfDay(CHINA).toInstant();
        }
    }
}
