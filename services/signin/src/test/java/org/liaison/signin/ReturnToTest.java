package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody is sent from our sign-in page to somebody else's.
class ReturnToTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/%09/evil.example",
                "/%0a/evil.example",
                "/%2F/evil.example",
                "/%2fevil.example",
                "/%5cevil.example",
                "/a\\b",
                "/..//evil.example",
                "/../x",
                "/cases/%2e%2e/x",
                "/cases/..",
                "/./x",
                "https:",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "evil.example",
                "@evil.example",
                " //evil.example",
                "/page\r\nSet-Cookie: a=b",
                "/page with space",
                "/%",
                "/%zz",
                "",
                "/sign-in",
                "/sign-in?to=/x",
                "/sign%2Din",
                "/sign-out",
                "/enrol/token"
            })
    void what_is_not_a_page_of_ours_leads_to_the_first_page(String asked) {
        assertThat(ReturnTo.of(asked).path()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/cases/XA-2026-1?tab=a&b=%20c#d", "/cases/%D0%B6", "/account?lang=ar"})
    void a_page_of_ours_is_kept_as_it_was_written(String asked) {
        assertThat(ReturnTo.of(asked).path()).isEqualTo(asked);
    }
}
