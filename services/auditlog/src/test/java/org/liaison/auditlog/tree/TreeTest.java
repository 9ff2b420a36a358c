package org.liaison.auditlog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

class TreeTest {

    private static final int SIZES = 70;
    private static final List<Digest> LEAVES = Stream.iterate(0, i -> i + 1)
            .limit(SIZES)
            .map(i -> Hashing.leaf(Bytes.ofUtf8("leaf " + i)))
            .toList();
    private static final Nodes NODES = NaiveTree.nodes(LEAVES);
    private static final Digest STRANGER = Hashing.leaf(Bytes.ofUtf8("not in the tree"));

    @Test
    void the_published_vectors_hold() throws IOException {
        List<Digest> leaves = new ArrayList<>();
        List<Digest> roots = new ArrayList<>();
        int checked = 0;
        for (String line : vectors()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "leaf" -> leaves.add(Hashing.leaf(Bytes.ofHex(words[1].equals("-") ? "" : words[1])));
                case "root" -> {
                    roots.add(Digest.ofHex(words[2]));
                    assertThat(Proofs.root(NaiveTree.nodes(leaves), Long.parseLong(words[1])))
                            .isEqualTo(roots.getLast());
                }
                default -> {
                    int first = Integer.parseInt(words[1]);
                    int second = Integer.parseInt(words[2]);
                    List<Digest> path =
                            Arrays.stream(words).skip(3).map(Digest::ofHex).toList();
                    if (words[0].equals("inclusion")) {
                        assertThat(Proofs.inclusion(NaiveTree.nodes(leaves), first, second))
                                .isEqualTo(path);
                        assertThat(InclusionCheck.of(leaves.get(first), first, second, path, roots.get(second)))
                                .isInstanceOf(InclusionCheck.Included.class);
                    } else {
                        assertThat(Proofs.consistency(NaiveTree.nodes(leaves), first, second))
                                .isEqualTo(path);
                        assertThat(ConsistencyCheck.of(first, roots.get(first), second, roots.get(second), path))
                                .isInstanceOf(ConsistencyCheck.Grown.class);
                    }
                }
            }
            checked++;
        }
        assertThat(checked).isEqualTo(8 + 9 + 5 + 5);
    }

    @Test
    void the_root_of_every_size_is_that_of_the_definition() {
        for (int size = 0; size <= SIZES; size++)
            assertThat(Proofs.root(NODES, size)).isEqualTo(root(size));
    }

    @Test
    void every_leaf_of_every_size_is_proved_and_only_at_its_place() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                List<Digest> path = Proofs.inclusion(NODES, index, size);
                assertThat(InclusionCheck.of(LEAVES.get(index), index, size, path, root(size)))
                        .isEqualTo(new InclusionCheck.Included(index, size, root(size)));
                for (int other = 0; other < size; other++)
                    if (other != index)
                        assertThat(InclusionCheck.of(LEAVES.get(index), other, size, path, root(size)))
                                .isInstanceOf(InclusionCheck.NotIncluded.class);
            }
        }
    }

    @Test
    void a_spoilt_inclusion_path_proves_nothing() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                for (List<Digest> spoilt : spoilt(Proofs.inclusion(NODES, index, size)))
                    assertThat(InclusionCheck.of(LEAVES.get(index), index, size, spoilt, root(size)))
                            .isInstanceOf(InclusionCheck.NotIncluded.class);
                List<Digest> path = Proofs.inclusion(NODES, index, size);
                assertThat(InclusionCheck.of(STRANGER, index, size, path, root(size)))
                        .isEqualTo(new InclusionCheck.NotIncluded(InclusionCheck.Why.OTHER_ROOT));
                assertThat(InclusionCheck.of(LEAVES.get(index), size, size, path, root(size)))
                        .isEqualTo(new InclusionCheck.NotIncluded(InclusionCheck.Why.INDEX_OUTSIDE_TREE));
                assertThat(InclusionCheck.of(LEAVES.get(index), -1, size, path, root(size)))
                        .isEqualTo(new InclusionCheck.NotIncluded(InclusionCheck.Why.INDEX_OUTSIDE_TREE));
            }
        }
    }

    @Test
    void every_size_is_proved_to_grow_out_of_every_smaller_one() {
        for (int second = 0; second <= SIZES; second++)
            for (int first = 0; first <= second; first++)
                assertThat(ConsistencyCheck.of(
                                first, root(first), second, root(second), Proofs.consistency(NODES, first, second)))
                        .isEqualTo(new ConsistencyCheck.Grown(first, second));
    }

    @Test
    void a_spoilt_consistency_path_proves_nothing() {
        for (int second = 1; second <= SIZES; second++) {
            for (int first = 1; first <= second; first++) {
                List<Digest> path = Proofs.consistency(NODES, first, second);
                for (List<Digest> spoilt : spoilt(path))
                    assertThat(ConsistencyCheck.of(first, root(first), second, root(second), spoilt))
                            .isInstanceOf(ConsistencyCheck.NotGrown.class);
                assertThat(ConsistencyCheck.of(first, STRANGER, second, root(second), path))
                        .isInstanceOf(ConsistencyCheck.NotGrown.class);
                assertThat(ConsistencyCheck.of(first, root(first), second, STRANGER, path))
                        .isInstanceOf(ConsistencyCheck.NotGrown.class);
                if (first < second)
                    assertThat(ConsistencyCheck.of(second, root(second), first, root(first), path))
                            .isEqualTo(new ConsistencyCheck.NotGrown(ConsistencyCheck.Why.SHRUNK));
            }
        }
    }

    @Test
    void a_proof_of_what_is_not_there_is_not_made() {
        assertThatThrownBy(() -> Proofs.inclusion(NODES, 5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proofs.consistency(NODES, 6, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Digest root(int size) {
        return NaiveTree.mth(LEAVES.subList(0, size));
    }

    /// One value changed, left out, doubled or added, wherever that can be done.
    private static List<List<Digest>> spoilt(List<Digest> path) {
        List<List<Digest>> all = new ArrayList<>();
        for (int i = 0; i <= path.size(); i++) {
            List<Digest> longer = new ArrayList<>(path);
            longer.add(i, STRANGER);
            all.add(longer);
        }
        for (int i = 0; i < path.size(); i++) {
            List<Digest> changed = new ArrayList<>(path);
            changed.set(i, STRANGER);
            all.add(changed);
            List<Digest> shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
            List<Digest> doubled = new ArrayList<>(path);
            doubled.add(i, path.get(i));
            all.add(doubled);
        }
        return all;
    }

    private static List<String> vectors() throws IOException {
        try (InputStream in = TreeTest.class.getResourceAsStream("rfc6962-vectors.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
