package org.liaison.hub;

import jakarta.servlet.http.HttpServletRequest;
import org.liaison.pages.FaultPages;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What never reached a page of the console ends on one that looks like the others.
@Controller
final class ConsoleFaults implements ErrorController {

    private final FaultPages pages;

    ConsoleFaults(FaultPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        return pages.dispatched(request);
    }
}
