package org.serviceledger.command.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Notes which streams are read from the event store. */
final class CountedReads implements BeanPostProcessor {

    private final List<String> streams = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof EventStore events ? counted(events) : bean;
    }

    private Object counted(EventStore events) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EventStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("readEvents")) {
                        streams.add(String.valueOf(arguments[0]));
                    }
                    try {
                        return method.invoke(events, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    long of(String stream) {
        return streams.stream().filter(stream::equals).count();
    }
}
