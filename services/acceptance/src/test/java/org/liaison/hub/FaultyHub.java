package org.liaison.hub;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Entry;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/// A hub that fails over every message while it is told to. Everything behind it is the real one; it stands in the
/// hub's package because nobody else may put anything in the way of its parts.
public final class FaultyHub {

    private final AtomicBoolean failing = new AtomicBoolean();

    public HubProgram.Running start(Path configuration) {
        return HubProgram.start(configuration, HubProgram.Logging.LEFT_ALONE, this::meddle);
    }

    public void failing(boolean now) {
        failing.set(now);
    }

    private void meddle(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Book book ? faulty(book) : bean;
            }
        });
    }

    private Book faulty(Book book) {
        return (Book) Proxy.newProxyInstance(
                FaultyHub.class.getClassLoader(), new Class<?>[] {Book.class}, (_, method, arguments) -> {
                    if (failing.get() && method.getName().equals("append") && isSubmission(arguments[0]))
                        throw new IllegalStateException("a fault of the program");
                    try {
                        return method.invoke(book, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean isSubmission(Object entries) {
        return ((List<?>) entries)
                .stream().map(Entry.class::cast).anyMatch(entry -> entry.event() == Entry.Event.SUBMISSION_ACCEPTANCE);
    }
}
