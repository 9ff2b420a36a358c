package org.liaison.hub;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Entry;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The machine that fails is the database's, whenever a message is to be recorded as accepted, or
/// what else a test wants: the real book stands behind it.
final class SpoiltBook implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String SECRET = "the text of a fault, which might quote content";

    private final AtomicReference<Optional<Entry.Event>> spoilt =
            new AtomicReference<>(Optional.of(Entry.Event.SUBMISSION_ACCEPTANCE));

    void mend() {
        spoilt.set(Optional.empty());
    }

    void spoil(Entry.Event event) {
        spoilt.set(Optional.of(event));
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
                    if (method.getName().equals("append") && isSpoilt(arguments[0]))
                        throw new IllegalStateException(SECRET);
                    try {
                        return method.invoke(book, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private boolean isSpoilt(Object entries) {
        return ((List<?>) entries)
                .stream().map(Entry.class::cast).anyMatch(entry -> spoilt.get().equals(Optional.of(entry.event())));
    }
}
