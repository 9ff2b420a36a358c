package org.liaison.hub;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Entry;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The machine that fails is the database's, whenever a message is to be recorded as accepted: the real book stands
/// behind it.
final class SpoiltBook implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String SECRET = "the text of a fault, which might quote content";

    private final AtomicBoolean faulty = new AtomicBoolean(true);

    void mend() {
        faulty.set(false);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Book book ? spoilt(book) : bean;
            }
        });
    }

    private Book spoilt(Book book) {
        return (Book) Proxy.newProxyInstance(
                SpoiltBook.class.getClassLoader(), new Class<?>[] {Book.class}, (_, method, arguments) -> {
                    if (method.getName().equals("append") && faulty.get() && isSubmission(arguments[0]))
                        throw new IllegalStateException(SECRET);
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
