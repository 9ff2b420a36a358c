package org.liaison.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Sends a browser on to a page of ours.
final class Onward {

    static final String PATH = "/sign-in/onward";
    private static final String TO = Onward.class.getName();

    private Onward() {}

    static ModelAndView to(String path) {
        RedirectView view = new RedirectView(path, false, false, false);
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    /// Shows a page that goes on by itself. A redirect would count as the other site's, and a cookie that
    /// is strictly ours would not travel with it.
    static void show(HttpServletRequest request, HttpServletResponse response, ReturnTo to)
            throws ServletException, IOException {
        request.setAttribute(TO, to);
        request.getRequestDispatcher(PATH).forward(request, response);
    }

    static ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        ReturnTo to = request.getAttribute(TO) instanceof ReturnTo known ? known : ReturnTo.of(null);
        response.setHeader("Refresh", "0;url=" + to.path());
        return new ModelAndView("signin/onward", Map.of("to", to.path()));
    }
}
