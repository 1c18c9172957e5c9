package org.serviceledger.command.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Text that can be stored, searched and shown: not blank, not too long, no control characters, no halves of characters. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
@interface Text {

    /** In Unicode characters. */
    int max();

    boolean optional() default false;

    /** May be empty; attributes of imported files are. */
    boolean blank() default false;

    String message() default "is not text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says which of the conditions is not met. */
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
                return optional ? null : "must be given (必填)";
            }
            if (value.isBlank() && !blank) {
                return "must not be blank (不能为空)";
            }
            if (value.codePointCount(0, value.length()) > max) {
                return "must not be longer than %d characters (过长)".formatted(max);
            }
            return value.codePoints().allMatch(Check::isWritable)
                    ? null
                    : "must not hold control characters or halves of characters (含非法字符)";
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
