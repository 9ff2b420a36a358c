package org.liaison.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Language;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/// What every template finds in its model: `when`, `page` (what the frame says) and `languages`.
final class FrameModel implements HandlerInterceptor {

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

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.hasView() && !isRedirect(page)) fill(page, request);
    }

    /// Also for pages that say that something went wrong: no interceptor sees those.
    ModelAndView fill(ModelAndView page, HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        ZoneId zone = readers.of(request).map(Reader::zone).orElse(ZoneOffset.UTC);
        page.addObject("when", new When(locale, zone, clock.instant()));
        page.addObject("page", OnPage.of(frame, readers.of(request), locale, request));
        page.addObject("languages", Language.values());
        return page;
    }

    private static boolean isRedirect(ModelAndView page) {
        String name = page.getViewName();
        return name != null && name.startsWith("redirect:");
    }
}
