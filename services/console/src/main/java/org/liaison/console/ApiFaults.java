package org.liaison.console;

import org.liaison.console.port.NotUnderstood;
import org.liaison.pages.Absent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// What programs are told when there is no answer: RFC 9457 problems with one sentence, never what failed inside. Asked
/// before the pages' own, which would answer with a page.
@RestController
@RestControllerAdvice(assignableTypes = {ViewsApi.class, ActionsApi.class, ApiFaults.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiFaults {

    private static final Logger LOG = LoggerFactory.getLogger(ApiFaults.class);

    /// Whatever no other method of the interface takes.
    @RequestMapping("/api/**")
    ProblemDetail nothing() {
        return problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address that answers this method.");
    }

    @ExceptionHandler
    ProblemDetail notAllowed(Absent absent) {
        return problem(
                HttpStatus.FORBIDDEN,
                "not-allowed",
                "The roles of your token's person at the hub do not allow this: to look takes OFFICER, SUPERVISOR or"
                        + " AUDITOR, to act OFFICER or SUPERVISOR.");
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return problem(HttpStatus.CONFLICT, "refused", String.valueOf(refusal.getMessage()));
    }

    /// Only what was found wrong while the request was read: anything else that an argument did not suit is our fault.
    @ExceptionHandler({Unreadable.class, NotUnderstood.class})
    ProblemDetail unreadable(RuntimeException wrong) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "unreadable", String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail missing(MissingServletRequestParameterException missing) {
        return problem(
                HttpStatus.BAD_REQUEST, "unreadable", "The parameter '" + missing.getParameterName() + "' is missing.");
    }

    /// Without what was sent: it would be somebody's text in our sentence.
    @ExceptionHandler
    ProblemDetail mistyped(MethodArgumentTypeMismatchException wrong) {
        Class<?> type = wrong.getRequiredType();
        String one = type != null && type.isEnum()
                ? " is one of " + java.util.Arrays.toString(type.getEnumConstants()) + "."
                : " cannot be read.";
        return problem(HttpStatus.BAD_REQUEST, "unreadable", "The parameter '" + wrong.getName() + "'" + one);
    }

    @ExceptionHandler
    ProblemDetail other(Exception fault) {
        if (fault instanceof ErrorResponse response && response.getStatusCode().is4xxClientError())
            return problem(
                    HttpStatus.valueOf(response.getStatusCode().value()), "unreadable", "The request cannot be read.");
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.error(
                "the interface failed: {} at {}",
                fault.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "fault", "The hub failed at this; its log says where. Try again.");
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(java.net.URI.create("urn:liaison:problem:" + slug));
        return problem;
    }
}
