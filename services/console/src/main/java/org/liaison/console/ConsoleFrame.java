package org.liaison.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.liaison.pages.Frame;
import org.liaison.signin.Grant;
import org.liaison.signin.Person;
import org.liaison.signin.Role;

/// The places of the console: for those who look at the hub, and for those who invite them.
final class ConsoleFrame implements Frame {

    private static final List<Tab> PLACES = List.of(
            new Tab("/home", "console.home"),
            new Tab("/routes", "console.routes"),
            new Tab("/mailboxes", "console.mailboxes"),
            new Tab("/quarantine", "console.quarantine"),
            new Tab("/trace", "console.trace"),
            new Tab("/charts", "console.charts"),
            new Tab("/live", "console.live"),
            new Tab("/deadlines", "console.deadlines"),
            new Tab("/certificates", "console.certificates"),
            new Tab("/snapshots", "console.snapshots"),
            new Tab("/log", "console.log"),
            new Tab("/alerts", "console.alerts"));
    private static final Tab PERSONS = new Tab("/persons", "signin.persons.title");

    @Override
    public String site() {
        return "hub";
    }

    @Override
    public List<String> files() {
        return List.of("/static/console/console.css");
    }

    @Override
    public List<Tab> tabs(HttpServletRequest request) {
        List<Tab> tabs = new ArrayList<>();
        Person.of(request).ifPresent(person -> {
            if (Guard.mayRead(person)) tabs.addAll(PLACES);
            if (person.may(Role.ADMINISTRATOR, Grant.HUB)) tabs.add(PERSONS);
        });
        return tabs;
    }
}
