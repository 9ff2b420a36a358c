package org.liaison.gateway;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.liaison.pages.FaultPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// Every error as an RFC 9457 problem. What the framework would say in its own words is said in ours:
/// its words quote requests, and requests hold what officers write.
@RestController
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
final class Problems implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final FaultPages pages;

    Problems(FaultPages pages) {
        this.pages = pages;
    }

    /// Slug, title and detail by status.
    private static final Map<Integer, Views.Problem> BY_STATUS = Map.of(
            400,
                    of(
                            400,
                            "unreadable-request",
                            "The request cannot be read",
                            "A part of it is missing or is not what it should be."),
            404, of(404, "not-found", "Not found", "There is nothing at this address."),
            405, of(405, "method-not-allowed", "Not with this method", "This address does not answer to this method."),
            406, of(406, "not-acceptable", "Not in this form", "The answer does not exist in a form you accept."),
            413,
                    of(
                            413,
                            "too-large",
                            "Too large",
                            "The request is larger than this gateway takes: send fewer or smaller attachments."),
            415, of(415, "media-type", "Not in this form", "Send multipart/form-data with the fields form, as and to."),
            503,
                    of(
                            503,
                            "not-ready",
                            "Not now",
                            "The gateway cannot do this for the moment; nothing was lost. Try again."));

    private static Views.Problem of(int status, String slug, String title, String detail) {
        return ProblemWriter.problem(status, slug, title, detail);
    }

    @ExceptionHandler(Unservable.class)
    ResponseEntity<Views.Problem> unservable(Unservable fault) {
        return answer(fault.problem());
    }

    @ExceptionHandler(TypeMismatchException.class)
    ResponseEntity<Views.Problem> mistyped() {
        return answer(400);
    }

    /// Whoever asked has left: there is nobody to tell, and nothing went wrong.
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void left() {}

    @ExceptionHandler(Exception.class)
    ResponseEntity<Views.Problem> other(Exception fault) {
        if (isTooLarge(fault)) return answer(413);
        if (fault instanceof MultipartException || isMultipart(fault)) return answer(400);
        if (fault instanceof ErrorResponse response)
            return answer(response.getStatusCode().value());
        if (Faults.isMachinery(fault)) {
            LOG.error("a request could not be served: {}", Faults.describe(fault));
            return answer(503);
        }
        LOG.error("a request failed for a reason that is ours: {}", Faults.describe(fault));
        return answer(500);
    }

    /// Tomcat says so in exceptions of its own, wrapped in whatever was reading the request.
    private static boolean isTooLarge(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause())
            if (cause instanceof MaxUploadSizeExceededException
                    || cause instanceof SizeException
                    || cause instanceof FileCountLimitExceededException) return true;
        return false;
    }

    private static boolean isMultipart(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause())
            if (cause instanceof FileUploadException) return true;
        return false;
    }

    /// What never reached a resource: people get a page, programs a problem.
    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (!String.valueOf(path).startsWith("/api/")) return pages.dispatched(request);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return answer(status instanceof Integer code ? code : 404);
    }

    private static ResponseEntity<Views.Problem> answer(int status) {
        return answer(BY_STATUS.getOrDefault(
                status,
                of(
                        status,
                        status >= 500 ? "internal" : "unreadable-request",
                        status >= 500 ? "Our fault" : "The request cannot be served",
                        status >= 500
                                ? "Something failed here. The operator's log says what; nothing that was confirmed is lost."
                                : "The request is not one this gateway serves.")));
    }

    private static ResponseEntity<Views.Problem> answer(Views.Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
