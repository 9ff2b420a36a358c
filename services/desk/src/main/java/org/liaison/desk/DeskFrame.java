package org.liaison.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.liaison.pages.Frame;
import org.liaison.signin.Person;
import org.liaison.signin.Role;

/// The places of the desk, and what everybody at it must know of the log.
record DeskFrame(DeskWiring.Site house, LogTrust log) implements Frame {

    @Override
    public String site() {
        return house.code();
    }

    @Override
    public boolean training() {
        return house.training();
    }

    @Override
    public List<String> files() {
        return List.of("/static/desk/forms.css", "/static/desk/desk.js");
    }

    @Override
    public List<Notice> notices() {
        return log.doubt().stream()
                .map(doubt -> new Notice("desk.log." + doubt.why(), doubt.since()))
                .toList();
    }

    @Override
    public List<Tab> tabs(HttpServletRequest request) {
        List<Tab> tabs = new ArrayList<>(List.of(
                new Tab("/inbox", "desk.inbox"),
                new Tab("/cases", "desk.cases"),
                new Tab("/contacts", "desk.contacts")));
        if (house.fourEyes()
                && Person.of(request)
                        .filter(person -> !person.authorities(Role.SUPERVISOR).isEmpty())
                        .isPresent()) tabs.add(new Tab("/release", "desk.release"));
        return tabs;
    }
}
