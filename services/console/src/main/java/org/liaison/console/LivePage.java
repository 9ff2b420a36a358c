package org.liaison.console;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Events;
import org.liaison.console.port.Views;
import org.liaison.signin.Person;
import org.liaison.signin.Stay;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What happens, as it happens. The stream says only that there is something new; the page fetches its own
/// list.
@Controller
final class LivePage {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// For so long an ended session can keep its stream.
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final int MOST = 100;
    private static final int QUEUE = 64;

    private final Views views;
    private final Guard guard;

    LivePage(Views views, Guard guard) {
        this.views = views;
        this.guard = guard;
    }

    @GetMapping("/live")
    String live(Person person, Asked asked, Model model) {
        guard.reads(person, model);
        fill(asked, model);
        return "console/live";
    }

    /// The list alone.
    @GetMapping("/live/list")
    String list(Person person, Asked asked, Model model) {
        guard.reads(person, model);
        fill(asked, model);
        return "console/live :: list";
    }

    private void fill(Asked asked, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", List.of(Events.Kind.values()));
        model.addAttribute("events", views.events().latest(asked.filter(), MOST));
    }

    @GetMapping("/live/events")
    SseEmitter events(Person person, Stay stay, Asked asked, Model model) {
        guard.reads(person, model);
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        BlockingQueue<Events.Event> queue = new ArrayBlockingQueue<>(QUEUE);
        Events.Following following = views.events().follow(asked.filter(), queue);
        AtomicBoolean left = new AtomicBoolean();
        emitter.onCompletion(() -> left.set(true));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> left.set(true));
        Thread.ofVirtual().name("console-live").start(() -> {
            try (following) {
                tell(emitter, stay, queue, left);
            } finally {
                emitter.complete();
            }
        });
        return emitter;
    }

    /// A sign of life now and then, so that a page that was left is noticed. The stream ends
    /// with the session for which it was opened.
    private static void tell(SseEmitter emitter, Stay stay, BlockingQueue<Events.Event> queue, AtomicBoolean left) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            while (!left.get()) {
                Events.Event event = queue.poll(LOOK.toSeconds(), TimeUnit.SECONDS);
                if (!stay.lasts()) return;
                if (event == null) emitter.send(SseEmitter.event().comment("still here"));
                else emitter.send(SseEmitter.event().data("changed"));
            }
        } catch (IOException | IllegalStateException e) {
            left.set(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What a reader wants to see; what cannot be read as a filter is none.
    record Asked(
            @Nullable String kind,
            @Nullable String corridor,
            @Nullable String authority) {

        Events.Filter filter() {
            return new Events.Filter(
                    given(kind).flatMap(Asked::kindOf), given(corridor).flatMap(Asked::corridorOf), given(authority));
        }

        private static Optional<String> given(@Nullable String text) {
            return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
        }

        private static Optional<Events.Kind> kindOf(String name) {
            for (Events.Kind known : Events.Kind.values()) if (known.name().equals(name)) return Optional.of(known);
            return Optional.empty();
        }

        private static Optional<Corridor> corridorOf(String text) {
            try {
                return Optional.of(Corridor.parse(text.strip()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
