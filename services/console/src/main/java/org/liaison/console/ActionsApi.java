package org.liaison.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.liaison.console.port.Alerts;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Diagnostics;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Quarantine.Effect;
import org.liaison.console.port.Quarantine.Preview;
import org.liaison.console.port.Said;
import org.liaison.console.port.Views;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import org.liaison.signin.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the pages let operators do, for programs: the same ports, the same rights, the same entries in the audit log,
/// under the login name of the person whose token it is. [ApiFaults] words what was refused.
@RestController
@RequestMapping("/api/v1")
final class ActionsApi {

    private static final int LONGEST_BODY = 65_536;

    private final Views views;
    private final Alerts alerts;
    private final Diagnostics diagnostics;
    private final Guard guard;
    private final Speech speech;

    ActionsApi(Views views, Alerts alerts, Diagnostics diagnostics, Guard guard, Speech speech) {
        this.views = views;
        this.alerts = alerts;
        this.diagnostics = diagnostics;
        this.guard = guard;
        this.speech = speech;
    }

    @PostMapping("/routes/{route}/pause")
    ResponseEntity<Object> pause(Person person, @PathVariable String route, InputStream body) {
        record Asked(long minutes, Grounds why) {}
        return act(
                person,
                body,
                json -> new Asked(json.number("minutes"), why(json)),
                (asked, by) -> views.routes().pause(route, guard.inMinutes(asked.minutes()), by, asked.why()));
    }

    @PostMapping("/routes/{route}/resume")
    ResponseEntity<Object> resume(Person person, @PathVariable String route, InputStream body) {
        return act(person, body, ActionsApi::why, (why, by) -> views.routes().resume(route, by, why));
    }

    /// Takes as long as the gateway does to answer, at most ten seconds.
    @PostMapping("/gateways/{gateway}/test")
    ResponseEntity<Object> test(Person person, @PathVariable String gateway) {
        return answer(views.gateways().test(gateway, guard.operator(person)));
    }

    /// Changes nothing; for operators only, as on the page.
    @GetMapping("/quarantine/preview")
    Map<String, Object> preview(Person person, @RequestParam Effect effect, @RequestParam Set<String> id) {
        guard.operator(person);
        Preview preview = views.quarantine().preview(effect, id);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("effect", preview.effect());
        told.put("found", preview.found());
        told.put("missing", preview.missing());
        told.put("needsSecond", preview.needsSecond());
        told.put("sentences", preview.sentences().stream().map(speech::english).toList());
        return Map.of("preview", told);
    }

    @PostMapping("/quarantine")
    ResponseEntity<Object> quarantine(Person person, InputStream body) {
        record Asked(Effect effect, Set<String> ids, Grounds why) {}
        return act(
                person,
                body,
                json -> new Asked(json.as("effect", Effect::valueOf), Set.copyOf(json.texts("ids")), why(json)),
                (asked, by) -> views.quarantine().apply(asked.effect(), asked.ids(), by, asked.why()));
    }

    @PostMapping("/quarantine/proposals/{id}/confirm")
    ResponseEntity<Object> confirm(Person person, @PathVariable UUID id) {
        return answer(views.quarantine().confirm(id, guard.operator(person)));
    }

    @PostMapping("/quarantine/proposals/{id}/decline")
    ResponseEntity<Object> decline(Person person, @PathVariable UUID id, InputStream body) {
        return act(
                person, body, ActionsApi::why, (why, by) -> views.quarantine().decline(id, by, why));
    }

    @PostMapping("/alerts/acknowledge")
    ResponseEntity<Object> acknowledge(Person person, InputStream body) {
        return act(person, body, json -> json.text("cause"), alerts::acknowledge);
    }

    /// Tells every channel that this is a test.
    @PostMapping("/alerts/test")
    Map<String, Object> test(Person person) {
        return switch (alerts.test(guard.operator(person))) {
            case Alerts.Trial.Tried(long entry, List<Said> outcomes) ->
                Map.of("tested", outcomes.stream().map(speech::english).toList(), "entry", entry);
            case Alerts.Trial.Refused(Said said) -> throw new Refusal(speech.english(said));
        };
    }

    @PostMapping("/log/verify")
    ResponseEntity<Object> verify(Person person) {
        return answer(views.log().verify(guard.operator(person)));
    }

    @PostMapping("/diagnostics")
    ResponseEntity<byte[]> diagnostics(Person person) {
        return DiagnosticsPage.file(diagnostics.collect(guard.operator(person)));
    }

    private interface Action<T> {
        Answer of(T asked, Operator by);
    }

    /// The right first: who may not act learns nothing about what would be understood.
    private <T> ResponseEntity<Object> act(
            Person person, InputStream body, Function<StrictJson, T> reading, Action<T> action) {
        Operator by = guard.operator(person);
        return answer(action.of(read(body, reading), by));
    }

    private ResponseEntity<Object> answer(Answer answer) {
        return switch (answer) {
            case Answer.Done(long index, Said said) ->
                ResponseEntity.ok(Map.of("done", speech.english(said), "entry", index));
            case Answer.AwaitsSecond(UUID proposal, var until, Said said) ->
                ResponseEntity.accepted()
                        .body(Map.of("awaits", speech.english(said), "proposal", proposal, "until", until));
            case Answer.Refused(Said said) -> throw new Refusal(speech.english(said));
        };
    }

    private static Grounds why(StrictJson json) {
        return new Grounds(json.text("why"));
    }

    private static <T> T read(InputStream body, Function<StrictJson, T> reading) {
        return switch (StrictJson.read(bytes(body), "The request", reading)) {
            case Reading.Clear<T>(T asked) -> asked;
            case Reading.Garbled<T>(String why) -> throw new Unreadable(why);
        };
    }

    private static Bytes bytes(InputStream body) {
        try {
            byte[] read = body.readNBytes(LONGEST_BODY + 1);
            if (read.length > LONGEST_BODY) throw new Unreadable("A request has at most " + LONGEST_BODY + " bytes.");
            return Bytes.owned(read);
        } catch (IOException e) {
            throw new Unreadable("The request broke off.", e);
        }
    }
}
