package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.gateway.Network.SOCIAL_XA;
import static org.liaison.gateway.Network.SOCIAL_XC;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.desk.Post;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.message.Slip;
import org.liaison.routes.gateway.OpenRequest;

/// The desk's messages on real shelves.
class PostTest {

    @TempDir
    static Path folder;

    static Bench bench;
    static Slip slip;

    @BeforeAll
    static void a_message_that_was_opened() {
        bench = new Bench(folder);
        slip = bench.refer();
        bench.settle();
        bench.routes.open(new OpenRequest(slip.id(), SOCIAL_XA));
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"One", "sample PERSON", "SHELTER street", "REF-REQ", "identity-sheet"})
    void a_search_finds_what_a_form_says_its_codes_its_case_and_its_files(String words) {
        assertThat(found(words)).containsExactly(slip.id().toString());
    }

    @Test
    void a_search_finds_what_belongs_to_a_case() {
        assertThat(found(slip.caseId().toString())).containsExactly(slip.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"familyName", "legalBasis", "true", "false", "{", "\":", "[", "nowhere"})
    void a_search_does_not_find_names_of_fields_or_marks_of_the_form_as_it_is_stored(String words) {
        assertThat(found(words)).isEmpty();
    }

    @Test
    void a_form_that_writes_letters_as_escapes_is_found_by_them() {
        assertThat(FormValues.of("{\"facts\": \"Z\\u00fcrich\", \"n\": [1999, true, null], \"key\": {}}"))
                .isEqualTo("Zürich\n1999\n");
    }

    @Test
    void a_letter_that_does_not_prove_genuine_is_given_to_nobody_and_said_to_be_so() {
        AuthorityCode owner = SOCIAL_XC;
        Slip other = bench.refer();
        bench.settle();
        // Judged as of a time before its certificate was issued.
        bench.sql
                .sql("update messages set stored_at = stored_at - interval '10 years' where message_id = ?")
                .param(other.id().value())
                .update();
        assertThat(bench.post.attachment(other.id(), owner, 1)).isInstanceOf(Post.Handout.NotGenuine.class);
        assertThat(bench.post.proof(other.id(), owner)).isInstanceOf(Post.Handout.NotGenuine.class);
        assertThat(bench.post.attachment(slip.id(), owner, 1)).isInstanceOf(Post.Handout.Saved.class);
        assertThat(bench.post.attachment(slip.id(), owner, 2)).isInstanceOf(Post.Handout.Nothing.class);
    }

    @Test
    void a_form_too_long_for_paper_is_said_to_be_so() {
        Slip other = bench.refer();
        Shelf.Copy copy = bench.copy(other.id(), SOCIAL_XC);
        Bytes form = Bytes.ofUtf8("{\"facts\": \"" + "x".repeat(300_000) + "\"}");
        bench.sql
                .sql("update messages set form = ? where message_id = ?")
                .params(
                        bench.records
                                .keys()
                                .find(copy.keyId())
                                .orElseThrow()
                                .close(form, new Copies.Place(other.id(), SOCIAL_XC).of("form"))
                                .toArray(),
                        other.id().value())
                .update();
        assertThat(bench.post.paper(other.id(), SOCIAL_XC, Language.EN)).isInstanceOf(Post.Handout.Unprintable.class);
        assertThat(bench.post.paper(slip.id(), SOCIAL_XC, Language.EN)).isInstanceOf(Post.Handout.Saved.class);
    }

    private static List<String> found(String words) {
        return bench.post.search(words, List.of(SOCIAL_XA), 50).stream()
                .map(item -> item.id().toString())
                .toList();
    }
}
