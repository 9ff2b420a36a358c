package org.liaison.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.liaison.signin.Stay;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages to look again. What changed is not said here: each page asks for what its reader may see.
@Controller
final class LivePage {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// For so long an ended session can keep its stream.
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final News news;

    LivePage(News news) {
        this.news = news;
    }

    @GetMapping("/events")
    SseEmitter events(Person person, Stay stay) {
        if (new Seat(person).sees().isEmpty()) throw new Absent();
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        AtomicBoolean left = new AtomicBoolean();
        emitter.onCompletion(() -> left.set(true));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> left.set(true));
        Semaphore changes = new Semaphore(0);
        News.Subscription subscription = news.listen(changes::release);
        Thread.ofVirtual().name("desk-live").start(() -> {
            try {
                tell(emitter, stay, changes, left);
            } finally {
                subscription.close();
                emitter.complete();
            }
        });
        return emitter;
    }

    /// A sign of life now and then, so that a page that was left is noticed. The stream ends
    /// with the session for which it was opened.
    private static void tell(SseEmitter emitter, Stay stay, Semaphore changes, AtomicBoolean left) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            while (!left.get()) {
                boolean changed = changes.tryAcquire(LOOK.toSeconds(), TimeUnit.SECONDS);
                if (!stay.lasts()) return;
                changes.drainPermits();
                if (changed) emitter.send(SseEmitter.event().data("changed"));
                else emitter.send(SseEmitter.event().comment("still here"));
            }
        } catch (IOException | IllegalStateException e) {
            left.set(true); // the page was left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
