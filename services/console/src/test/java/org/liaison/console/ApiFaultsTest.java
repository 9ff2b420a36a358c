package org.liaison.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.liaison.console.port.Grounds;
import org.springframework.http.ProblemDetail;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

/// Whose fault it is that there is no answer.
class ApiFaultsTest {

    @Test
    void what_cannot_be_read_is_told_as_it_is() throws Exception {
        ProblemDetail problem = told(new Unreadable("A corridor is written like XC-XA."));
        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(problem.getDetail()).isEqualTo("A corridor is written like XC-XA.");
        try {
            new Grounds("no");
        } catch (IllegalArgumentException e) {
            assertThat(told(e).getStatus()).isEqualTo(422);
        }
    }

    @Test
    void an_argument_that_did_not_suit_something_inside_is_our_fault_and_its_text_stays_there() throws Exception {
        ProblemDetail problem = told(new IllegalArgumentException("a text from inside"));
        assertThat(problem.getStatus()).isEqualTo(500);
        assertThat(problem.getDetail()).doesNotContain("inside");
    }

    private static ProblemDetail told(Exception fault) throws Exception {
        Method method = new ExceptionHandlerMethodResolver(ApiFaults.class).resolveMethod(fault);
        assertThat(method).isNotNull();
        return (ProblemDetail) method.invoke(new ApiFaults(), fault);
    }
}
