package org.liaison.hub;

import java.nio.file.Path;
import java.util.List;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Entry;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// A hub in a process of its own that dies as by `kill -9` as soon as an answer to a submission is durable in the log,
/// and before anything is sent.
final class KilledHub {

    static final int KILLED = 137;

    public static void main(String... args) {
        HubProgram.start(
                Path.of(args[0]),
                HubProgram.Logging.LEFT_ALONE,
                context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return bean instanceof Book book ? dying(book) : bean;
                    }
                }));
        System.out.println("started");
    }

    private static Book dying(Book book) {
        return (Book) java.lang.reflect.Proxy.newProxyInstance(
                KilledHub.class.getClassLoader(), new Class<?>[] {Book.class}, (_, method, arguments) -> {
                    Object result = method.invoke(book, arguments);
                    if (method.getName().equals("append") && isAnswer(arguments[0]))
                        Runtime.getRuntime().halt(KILLED);
                    return result;
                });
    }

    private static boolean isAnswer(Object entries) {
        return ((List<?>) entries)
                .stream().map(Entry.class::cast).anyMatch(entry -> entry.event() == Entry.Event.SUBMISSION_ACCEPTANCE);
    }
}
