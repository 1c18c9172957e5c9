package org.serviceledger.api.act;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Requires text that can be stored, searched and displayed: not blank, not too long, without control characters,
 * unassigned characters or unpaired surrogates. Line breaks and tabs are allowed.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {

    /** The maximum length in Unicode code points. */
    int max();

    boolean optional() default false;

    /** Whether the text may be blank or empty, as attributes of imported files may be. */
    boolean blank() default false;

    /** Unused: {@link Check} supplies the message. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports the first condition that the text violates. */
    final class Check implements ConstraintValidator<Text, String> {

        private int max;
        private boolean optional;
        private boolean blank;

        @Override
        public void initialize(Text text) {
            max = text.max();
            optional = text.optional();
            blank = text.blank();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            var complaint = complaint(value);
            if (complaint == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(complaint).addConstraintViolation();
            return false;
        }

        private @Nullable String complaint(@Nullable String value) {
            if (value == null) {
                return optional ? null : "fault.required";
            }
            if (value.isBlank() && !blank) {
                return "fault.blank";
            }
            if (value.codePointCount(0, value.length()) > max) {
                return "fault.too-long";
            }
            return value.codePoints().allMatch(Check::isWritable) ? null : "fault.unwritable";
        }

        private static boolean isWritable(int character) {
            return switch (Character.getType(character)) {
                case Character.SURROGATE, Character.UNASSIGNED -> false;
                case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
                default -> true;
            };
        }
    }
}
