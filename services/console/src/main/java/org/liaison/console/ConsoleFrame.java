package org.liaison.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.liaison.pages.Frame;

/// The places of the console.
final class ConsoleFrame implements Frame {

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
        return List.of(
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
    }
}
