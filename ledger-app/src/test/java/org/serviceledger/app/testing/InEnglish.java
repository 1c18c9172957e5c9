package org.serviceledger.app.testing;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.serviceledger.words.Language;

/** Runs each test of a class with English as the current language. */
public final class InEnglish implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        Language.ENGLISH.<Void, Throwable>speaking(test::proceed);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        Language.ENGLISH.<Void, Throwable>speaking(test::proceed);
    }
}
