package org.liaison.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/// What a person is told when a page cannot be shown: one sentence on what it means and what to do, never what failed
/// inside. The log names the kind of fault and where, and quotes nothing.
@ControllerAdvice(annotations = Controller.class)
public final class FaultPages {

    private static final Logger LOG = LoggerFactory.getLogger(FaultPages.class);
    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 413, 429, 500, 503);

    private final FrameModel frame;

    FaultPages(FrameModel frame) {
        this.frame = frame;
    }

    @ExceptionHandler(Absent.class)
    ModelAndView absent(HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND.value(), request);
    }

    @ExceptionHandler(Declined.class)
    ModelAndView declined(Declined why, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("pages/declined", HttpStatus.CONFLICT);
        page.addObject("word", why.word());
        page.addObject("href", why.href());
        page.addObject("onward", why.onward());
        return frame.fill(page, request);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(HttpServletRequest request) {
        return page(HttpStatus.CONTENT_TOO_LARGE.value(), request);
    }

    /// Whoever followed something live has left: there is nobody to tell, and nothing went wrong.
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    @Nullable
    ModelAndView left() {
        return null;
    }

    @ExceptionHandler(Exception.class)
    ModelAndView other(Exception fault, HttpServletRequest request) {
        if (fault instanceof MultipartException || fault instanceof TypeMismatchException)
            return page(HttpStatus.BAD_REQUEST.value(), request);
        if (fault instanceof ErrorResponse response)
            return page(response.getStatusCode().value(), request);
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.error(
                "a page failed: {} at {}",
                fault.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return page(HttpStatus.INTERNAL_SERVER_ERROR.value(), request);
    }

    /// For what never reached a controller; the container says how it ended.
    public ModelAndView dispatched(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ModelAndView page = page(status instanceof Integer code ? code : HttpStatus.NOT_FOUND.value(), request);
        // What was too large was posted from the page at the same address.
        if (HttpStatus.CONTENT_TOO_LARGE.equals(page.getStatus())) page.addObject("again", from(request));
        return page;
    }

    private static String from(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return path.startsWith("//") ? "/" : path;
    }

    private ModelAndView page(int status, HttpServletRequest request) {
        int worded = WORDED.contains(status) ? status : status >= 500 ? 500 : status == 405 ? 404 : 400;
        ModelAndView page = new ModelAndView("pages/fault");
        page.addObject("fault", worded);
        page.setStatus(HttpStatus.valueOf(worded));
        return frame.fill(page, request);
    }
}
