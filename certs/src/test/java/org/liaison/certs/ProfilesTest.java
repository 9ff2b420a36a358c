package org.liaison.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.seal.CertificateProfile;

/// The reviewed text and the table by which examiners judge say the same.
class ProfilesTest {

    private static final String A_PROFILE = """
            issued-by = state
            identity = urn:liaison:authority
            validity.days = 10
            keys = sign
            sign.algorithm = EC-P256
            sign.use = digitalSignature
            """;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void a_profile_says_what_the_examiners_demand(Profile profile) {
        Terms terms = profile.terms();
        List<CertificateProfile> rows = profile.rows();
        if (profile == Profile.LOG_KEY || profile == Profile.WITNESS) {
            assertThat(rows)
                    .as("no examiner of seals accepts a key that signs notes")
                    .isEmpty();
            return;
        }
        assertThat(terms.keys()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) assertSame(terms, terms.keys().get(i), rows.get(i));
    }

    @Test
    void the_profiles_of_issuers_say_what_the_examiners_demand() {
        assertSame(Terms.of("root"), Terms.of("root").keys().getFirst(), CertificateProfile.ROOT);
        assertSame(Terms.of("issuing"), Terms.of("issuing").keys().getFirst(), CertificateProfile.ISSUING);
    }

    @Test
    void every_file_of_the_folder_is_a_profile_and_every_profile_has_one() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("profiles"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("root", "issuing"),
                                    Arrays.stream(Profile.values()).map(Profile::code))
                            .map(code -> code + ".properties")
                            .toList());
        }
    }

    @Test
    void no_row_of_the_examiners_table_is_left_without_a_profile() {
        List<CertificateProfile> issued = Arrays.stream(Profile.values())
                .flatMap(profile -> profile.rows().stream())
                .toList();
        assertThat(Arrays.stream(CertificateProfile.values()).filter(row -> !row.isCa()))
                .allSatisfy(row -> assertThat(issued).contains(row));
    }

    @Test
    void a_line_that_nobody_reads_is_refused() {
        assertThatThrownBy(() -> read(A_PROFILE + "sign.uses = keyCertSign\n"))
                .hasMessageContaining("nobody reads: 'sign.uses'");
    }

    @Test
    void a_line_that_comes_twice_is_refused() {
        assertThatThrownBy(() -> read(A_PROFILE + "validity.days = 9999\n")).hasMessageContaining("comes twice");
    }

    @Test
    void a_line_that_is_missing_is_refused() {
        assertThatThrownBy(() -> read(A_PROFILE.replace("validity.days = 10\n", "")))
                .hasMessageContaining("lacks 'validity.days'");
        assertThatThrownBy(() -> read(A_PROFILE.replace("sign.use = digitalSignature\n", "")))
                .hasMessageContaining("has no use");
    }

    @Test
    void an_unknown_word_is_refused() {
        assertThatThrownBy(() -> read(A_PROFILE.replace("digitalSignature", "everything")))
                .hasMessageContaining("everything");
        assertThatThrownBy(() -> read(A_PROFILE.replace("EC-P256", "RSA-1024"))).hasMessageContaining("RSA-1024");
        assertThatThrownBy(() -> read(A_PROFILE.replace("= state", "= anybody")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Terms read(String text) throws Exception {
        return Terms.read("test", new StringReader(text));
    }

    private static void assertSame(Terms terms, KeyTerms key, CertificateProfile row) {
        assertThat(key.alias()).isEqualTo(row.alias());
        assertThat(key.kind().name()).isEqualTo(row.key().name());
        assertThat(key.useBits()).isEqualTo(row.keyUsage());
        assertThat(key.purposes())
                .containsExactlyElementsOf(row.extendedKeyUsage().stream().toList());
        assertThat(terms.validity()).isLessThanOrEqualTo(row.longestValidity());
        if (row != CertificateProfile.ROOT)
            assertThat(terms.identity().map(identity -> identity + ":name")).contains(row.uri("name"));
    }
}
