package org.liaison.rehearsal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liaison.hub.FaultyHub;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;
import org.liaison.rehearsal.client.ClientFile;

/// The programs of the demo without its play, and people at the desks of its gateways and at the hub's console.
///
/// The hub's TLS certificate has a week left, and alerts come within seconds. At the gateway of XB what an officer
/// writes is sent by a supervisor.
final class Desks implements AutoCloseable {

    static final String PASSWORD = "Kupfer-Zwiebel-Lampe-1739";
    /// The first page of a site that has just started, on a machine that does much else at once.
    private static final double FIRST_PAGE = 60_000;

    private static final String SOON = "  alerts: {every: 1s, settles: 1s}\n";
    static final GatewayCode OF_FOUR_EYES = Cast.gatewayOf(Cast.TRANSIT);

    private final DemoFolder folder;
    private final Ports ports;
    private final OneMachine programs;
    private final FaultyHub hub;
    private final Chromium chromium;
    private final ClientFile client;
    private final Map<String, Page> people = new HashMap<>();

    private Desks(DemoFolder folder, Ports ports, FaultyHub hub, Chromium chromium) {
        this.folder = folder;
        this.ports = ports;
        this.hub = hub;
        this.chromium = chromium;
        this.programs = OneMachine.start(folder, Cast.gateways(), hub::start);
        this.client = Demo.connect(folder, programs);
    }

    static Desks open(Path dir) {
        Chromium chromium = Chromium.start();
        DemoFolder folder = new DemoFolder(dir.resolve("state"));
        LogFile.to(dir.resolve("desks.log"));
        WornKeys.lay(folder);
        Demo.prepare(folder);
        Ports ports = Configurations.write(folder);
        append(folder.hubConfiguration(), SOON);
        replace(folder.gatewayConfiguration(OF_FOUR_EYES), "desk: {", "desk: {four-eyes: true, ");
        return new Desks(folder, ports, new FaultyHub(), chromium);
    }

    URI at(GatewayCode code) {
        return URI.create("http://localhost:" + ports.of(code));
    }

    URI console() {
        return URI.create("http://localhost:" + ports.console());
    }

    /// A browser of its own, nobody signed in.
    Page visitor(String language) {
        BrowserContext context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(1280, 900));
        context.setDefaultTimeout(20_000);
        context.setDefaultNavigationTimeout(FIRST_PAGE);
        return context.newPage();
    }

    Path folder() {
        return folder.root();
    }

    DemoFolder state() {
        return folder;
    }

    /// Plays scenes over the API, so that there is something to see.
    void play(List<Scene> scenes) {
        Performance performance = performance();
        scenes.forEach(performance::play);
    }

    /// Sends, and waits for nobody.
    String send(Scene scene) {
        return performance().send(scene).id().toString();
    }

    private Performance performance() {
        return new Performance(
                code -> client.serving(code).orElseThrow().desk(), new Narrator(new PrintWriter(Writer.nullWriter())));
    }

    /// The hub's program fails over everything that is sent meanwhile.
    void failing(boolean now) {
        hub.failing(now);
    }

    void stop(GatewayCode code) {
        programs.stopGateway(code);
    }

    /// Somebody else in the place of a gateway that is stopped, with its certificate.
    HostileGateway impostor(GatewayCode code) throws Exception {
        return new HostileGateway(folder, ports.broker(), code);
    }

    /// Starts it again. Whoever was signed in there has to sign in again, and does.
    void start(GatewayCode code) {
        programs.startGateway(folder, code);
        Demo.connect(folder, programs);
        String here = at(code).toString();
        people.forEach((who, page) -> {
            if (page.url().startsWith(here)) signIn(page, here, who.substring(0, who.indexOf('@')));
        });
    }

    /// An officer of all authorities of this gateway, signed in.
    Page officer(GatewayCode code) {
        Page known = people.get("officer@" + code);
        if (known != null) return known;
        Page page = invited(
                administrator(code),
                "Sample Officer",
                "officer",
                Cast.authoritiesAt(code).stream().map(Desks::officer).toArray(String[]::new));
        people.put("officer@" + code, page);
        return page;
    }

    /// The first administrator of a gateway; enrols when asked for the first time.
    Page administrator(GatewayCode code) {
        return people.computeIfAbsent("administrator@" + code, _ -> enrolled(folder.gateway(code)));
    }

    /// Likewise of the console.
    Page warden() {
        return people.computeIfAbsent("administrator@hub", _ -> enrolled(folder.hub()));
    }

    /// Somebody who works at the console.
    Page operator(String login) {
        Page known = people.get(login + "@hub");
        if (known != null) return known;
        Page page = invited(warden(), "Sample Operator " + login, login, "OFFICER:hub");
        people.put(login + "@hub", page);
        return page;
    }

    private Page enrolled(Path program) {
        return enrolled(folder.enrolmentLink(program).orElseThrow());
    }

    /// The first administrator of a site.
    Page enrolled(String link) {
        Page page = visitor("en");
        page.navigate(link);
        page.fill("#name", "Sample Administrator");
        page.fill("#login", "administrator");
        press(page.locator("main form button"));
        choosePassword(page);
        return page;
    }

    /// Invited by the administrator with these roles, as `OFFICER:xa.social.welfare`; enrolled, and signed in.
    Page invited(Page administrator, String name, String login, String... grants) {
        String link = link(administrator, name, login, grants);
        Page page = visitor("en");
        page.navigate(link);
        press(page.locator("main form button"));
        choosePassword(page);
        return page;
    }

    /// The enrolment link of somebody who is invited.
    String link(Page administrator, String name, String login, String... grants) {
        administrator.navigate(origin(administrator) + "/persons");
        administrator.fill("#name", name);
        administrator.fill("#login", login);
        for (String grant : grants) administrator.check("input[value='" + grant + "']");
        press(administrator.locator("main form button").last());
        return administrator.inputValue("#address");
    }

    static String officer(AuthorityCode authority) {
        return "OFFICER:" + authority;
    }

    private static void choosePassword(Page page) {
        page.fill("input[name=password]", PASSWORD);
        page.fill("input[name=again]", PASSWORD);
        page.locator("form:has(input[name=password]) button").last().click();
        page.waitForURL(url -> !url.contains("/enrol/"));
    }

    static void signIn(Page page, String origin, String login) {
        page.navigate(origin + "/sign-in");
        page.fill("#login", login);
        page.fill("#password", PASSWORD);
        page.locator("form:has(#password) button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /// Presses a button that sends a form, or a link, and waits for the page that answers: what follows must neither
    /// cut it short nor look at the page before. Where that is still on its way itself, it is awaited first.
    @SuppressWarnings("deprecation")
    static void press(Locator button) {
        Page page = button.page();
        button.waitFor();
        page.waitForLoadState();
        page.waitForNavigation(button::click);
    }

    static String origin(Page page) {
        URI at = URI.create(page.url());
        return at.getScheme() + "://" + at.getAuthority();
    }

    static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(Path file, String before, String after) {
        try {
            Files.writeString(file, Files.readString(file).replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
        programs.close();
    }
}
