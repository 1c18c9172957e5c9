package org.serviceledger.api.act;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.UserRole;

/**
 * Declares a command as an act that signed-in users may do. The endpoint, its description, the form, the row in
 * {@code docs/access.md} and the offer of what may follow are all derived from it. A command without it is sent only by
 * the program itself.
 *
 * <p>The request body has a field for each component of the command, with these exceptions: the id of the stream is in
 * the path, {@code by} names only a person and whom they substitute for, and {@code at} may be left out. A component
 * that is not {@code @Nullable} must be given unless it {@link DefaultsTo} a value.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Act {

    /** How a request addresses the stream. */
    enum Method {
        /** POST to the collection; the body holds the id of the new stream. */
        CREATE,
        /** POST to the stream's path followed by {@link #path}. */
        DO,
        /** PUT to the stream's path. */
        REPLACE
    }

    Method method() default Method.DO;

    /** The last segment of the path; empty unless the method is {@link Method#DO}. */
    String path() default "";

    /** The roles that may do the act. An administrator may do every act. */
    UserRole[] roles();

    /** The capacity in which the person acts, or empty for that of their post. */
    ActorRole[] as() default {};

    /**
     * Whether the feature has an endpoint of its own for the act, because a request holds other fields than the
     * command.
     */
    boolean special() default false;
}
