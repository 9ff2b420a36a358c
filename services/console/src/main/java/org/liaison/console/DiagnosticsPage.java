package org.liaison.console;

import org.liaison.console.port.Diagnostics;
import org.liaison.signin.Person;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// A bundle for whoever mends the hub.
@Controller
final class DiagnosticsPage {

    private static final String INDEX = "Liaison-Log-Entry";

    private static final MediaType ZIP = new MediaType("application", "zip");

    private final Diagnostics diagnostics;
    private final Guard guard;

    DiagnosticsPage(Diagnostics diagnostics, Guard guard) {
        this.diagnostics = diagnostics;
        this.guard = guard;
    }

    @GetMapping("/diagnostics")
    String page(Person person, Model model) {
        guard.reads(person, model);
        return "console/diagnostics";
    }

    @PostMapping("/diagnostics")
    ResponseEntity<byte[]> make(Person person) {
        return file(diagnostics.collect(guard.operator(person)));
    }

    static ResponseEntity<byte[]> file(Diagnostics.Bundle bundle) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(bundle.file())
                                .build()
                                .toString())
                .header(INDEX, String.valueOf(bundle.index()))
                .body(bundle.zip().toArray());
    }
}
