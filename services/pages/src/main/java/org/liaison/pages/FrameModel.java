package org.liaison.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.liaison.message.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;

/// What every template finds in its model: `when`, `page` (what the frame says) and `languages`.
@ControllerAdvice(annotations = Controller.class)
final class FrameModel {

    private final Frame frame;
    private final Readers readers;
    private final LocaleResolver locales;
    private final Clock clock;

    FrameModel(Frame frame, Readers readers, LocaleResolver locales, Clock clock) {
        this.frame = frame;
        this.readers = readers;
        this.locales = locales;
        this.clock = clock;
    }

    @ModelAttribute
    void fill(HttpServletRequest request, Model model) {
        Locale locale = locales.resolveLocale(request);
        ZoneId zone = readers.of(request).map(Reader::zone).orElse(ZoneOffset.UTC);
        model.addAttribute("when", new When(locale, zone, clock.instant()));
        model.addAttribute("page", OnPage.of(frame, readers.of(request), locale, request));
        model.addAttribute("languages", Language.values());
    }
}
