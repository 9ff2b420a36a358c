package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liaison.console.ConsoleWiring;
import org.liaison.console.alert.Found;
import org.liaison.console.alert.Rule;
import org.liaison.console.port.Changes;
import org.liaison.console.port.LogBook;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Whatever a page lets operators do, a program can do, and the audit log says the same of both, in every language.
class ConsoleActionsTest extends ConsoleCrew {

    private static final Found ALERT = new Found(Rule.GATEWAY_TROUBLE, List.of("gateway-xc", "DISK"));
    private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String MOMENTS = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z";

    private interface Deed {
        void done() throws Exception;
    }

    /// An action of a page and of a program.
    private record Twin(String page, Deed byForm, String program, Deed byProgram) {}

    ConsoleActionsTest(Crew crew) {
        super(crew);
    }

    private List<Twin> twins() {
        String route = "/routes/" + NOBODYS_ROUTE;
        String why = "{\"why\":\"" + WHY + "\"}";
        return List.of(
                new Twin(
                        "/routes/pause",
                        () -> ada.submit(
                                "/routes", "/routes/pause", "route", NOBODYS_ROUTE, "minutes", "5", "why", WHY),
                        "/routes/{route}/pause",
                        () -> post(crew.adas, route + "/pause", "{\"minutes\":5,\"why\":\"" + WHY + "\"}")),
                new Twin(
                        "/routes/resume",
                        () -> ada.submit("/routes", "/routes/resume", "route", NOBODYS_ROUTE, "why", WHY),
                        "/routes/{route}/resume",
                        () -> post(crew.adas, route + "/resume", why)),
                new Twin(
                        "/routes/test",
                        () -> ada.submit("/routes", "/routes/test", "gateway", "gateway-xc"),
                        "/gateways/{gateway}/test",
                        () -> post(crew.adas, "/gateways/gateway-xc/test", "")),
                quarantine("RELEASE"),
                quarantine("DISCARD"),
                new Twin(
                        "/quarantine/confirm",
                        () -> ben.submit("/quarantine", "/quarantine/confirm", "proposal", proposal()),
                        "/quarantine/proposals/{id}/confirm",
                        () -> post(crew.bens, "/quarantine/proposals/" + proposal() + "/confirm", "")),
                quarantine("DISCARD"),
                new Twin(
                        "/quarantine/decline",
                        () -> ben.submit("/quarantine", "/quarantine/decline", "proposal", proposal(), "why", WHY),
                        "/quarantine/proposals/{id}/decline",
                        () -> post(crew.bens, "/quarantine/proposals/" + proposal() + "/decline", why)),
                new Twin(
                        "/alerts/acknowledge",
                        () -> ada.submit("/alerts", "/alerts/acknowledge", "cause", alert()),
                        "/alerts/acknowledge",
                        () -> post(crew.adas, "/alerts/acknowledge", "{\"cause\":\"" + alert() + "\"}")),
                new Twin(
                        "/alerts/test",
                        () -> ada.submit("/alerts", "/alerts/test"),
                        "/alerts/test",
                        () -> post(crew.adas, "/alerts/test", "")),
                new Twin(
                        "/log/verify",
                        () -> whenRead(() -> ada.submit("/log", "/log/verify")),
                        "/log/verify",
                        () -> whenRead(() -> post(crew.adas, "/log/verify", ""))),
                new Twin(
                        "/diagnostics",
                        () -> ada.download("/diagnostics", "/diagnostics")
                                .body()
                                .close(),
                        "/diagnostics",
                        () -> download(crew.adas, "/diagnostics")));
    }

    private Twin quarantine(String effect) {
        return new Twin(
                "/quarantine",
                () -> ada.submit("/quarantine", "/quarantine", "effect", effect, "id", lying(), "why", WHY),
                "/quarantine",
                () -> post(
                        crew.adas,
                        "/quarantine",
                        "{\"effect\":\"" + effect + "\",\"ids\":[\"" + lying() + "\"],\"why\":\"" + WHY + "\"}"));
    }

    @Test
    void a_form_and_a_program_leave_the_same_entries_and_pages_word_them() throws Exception {
        List<Twin> twins = twins();
        List<Changes.Change> byForms = new ArrayList<>();
        List<Changes.Change> byPrograms = new ArrayList<>();
        for (Twin twin : twins) byForms.add(entryOf(twin.page(), twin.byForm()));
        for (Twin twin : twins) byPrograms.add(entryOf(twin.program(), twin.byProgram()));
        assertThat(byPrograms.stream().map(ConsoleActionsTest::comparable))
                .containsExactlyElementsOf(
                        byForms.stream().map(ConsoleActionsTest::comparable).toList());
        assertThat(byForms).allSatisfy(change -> {
            assertThat(change.said()).as(change.note()).isPresent();
            assertThat(change.by().orElseThrow()).isIn("ada", "ben");
            assertThat(change.note()).as("to the second").doesNotContainPattern(":[0-9]{2}\\.[0-9]");
        });
        String french = ben.get("/home?lang=fr").body();
        assertThat(french)
                .contains("La route " + NOBODYS_ROUTE + " a été suspendue jusqu’au")
                .contains("Confirmé, à la demande de ada : détruire 1 message en quarantaine.")
                .contains("Une alerte est prise en charge : ")
                .contains("par ada", "<q>" + WHY + "</q>")
                .doesNotContain("; because: ", "Pause " + NOBODYS_ROUTE);
        ben.get("/home?lang=en");
    }

    @Test
    void every_action_of_a_page_is_among_them() {
        Set<String> pages = new TreeSet<>();
        Set<String> programs = new TreeSet<>();
        for (Class<?> controller :
                ConsoleWiring.class.getAnnotation(Import.class).value()) {
            boolean forPrograms = controller.isAnnotationPresent(RequestMapping.class);
            Arrays.stream(controller.getDeclaredMethods())
                    .flatMap(method -> Stream.ofNullable(method.getAnnotation(PostMapping.class)))
                    .forEach(post -> (forPrograms ? programs : pages).addAll(List.of(post.value())));
        }
        assertThat(twins().stream().map(Twin::page).collect(Collectors.toSet())).isEqualTo(pages);
        assertThat(twins().stream().map(Twin::program).collect(Collectors.toSet()))
                .isEqualTo(programs);
    }

    private Changes.Change entryOf(String what, Deed deed) throws Exception {
        Set<Long> before = operatorsActions().map(Changes.Change::index).collect(Collectors.toSet());
        deed.done();
        List<Changes.Change> after = operatorsActions()
                .filter(change -> !before.contains(change.index()))
                .toList();
        assertThat(after).as(what).hasSize(1);
        return after.getFirst();
    }

    private Stream<Changes.Change> operatorsActions() {
        return changes().stream().filter(change -> change.event().equals("OPERATOR_ACTION"));
    }

    private static String comparable(Changes.Change change) {
        return change.note().replaceAll(UUIDS, "ID").replaceAll(MOMENTS, "MOMENT");
    }

    private String lying() {
        return crew.lying().get(crew.lying().size() / 2);
    }

    /// The one that was asked for last.
    private String proposal() {
        return hub.views().quarantine().proposals().getLast().id().toString();
    }

    /// Open, and nobody looks after it.
    private String alert() {
        AlertRows alerts = hub.part(AlertRows.class);
        alerts.clear(ALERT.cause(), Instant.now());
        alerts.seen(ALERT, Instant.now());
        return ALERT.cause();
    }

    /// The log is read by one at a time.
    private void whenRead(Deed deed) throws Exception {
        OperationsTest.await(
                () -> !(hub.views().log().examination().orElse(null) instanceof LogBook.Examination.UnderWay));
        deed.done();
    }
}
