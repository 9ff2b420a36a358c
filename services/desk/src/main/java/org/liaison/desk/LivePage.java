package org.liaison.desk;

import java.io.IOException;
import java.time.Duration;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages to look again. What changed is not said here: each page asks for what its reader may see.
@Controller
final class LivePage {

    /// Then the browser connects anew, and an ended session is noticed.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final News news;

    LivePage(News news) {
        this.news = news;
    }

    @GetMapping("/events")
    SseEmitter events(Person person) {
        if (new Seat(person).sees().isEmpty()) throw new Absent();
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        News.Subscription subscription = news.listen(() -> tell(emitter));
        emitter.onCompletion(subscription::close);
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> subscription.close());
        return emitter;
    }

    private static void tell(SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().data("changed"));
        } catch (IOException | IllegalStateException e) {
            emitter.complete(); // the page was left
        }
    }
}
