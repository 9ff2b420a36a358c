package org.liaison.auditlog.witness;

import java.util.List;
import java.util.Optional;
import org.liaison.message.Bytes;

/// A memory that ends with the program: for tests of whoever keeps a witness.
public final class MemoryForgetful implements Memory {

    private Optional<Head> last = Optional.empty();
    private Optional<Bytes> cosigned = Optional.empty();
    private List<Head> promised = List.of();

    public void promise(Head head) {
        promised = List.of(head);
    }

    @Override
    public Optional<Head> last() {
        return last;
    }

    @Override
    public List<Head> promised() {
        return promised;
    }

    @Override
    public void kept(List<Head> promises) {
        promised = promised.stream().filter(one -> !promises.contains(one)).toList();
    }

    @Override
    public boolean advance(Optional<Head> from, Head to) {
        if (!last.equals(from)) return false;
        last = Optional.of(to);
        cosigned = Optional.empty();
        return true;
    }

    @Override
    public Optional<Bytes> cosigned() {
        return cosigned;
    }

    @Override
    public void keep(Head head, Bytes note) {
        if (last.equals(Optional.of(head))) cosigned = Optional.of(note);
    }
}
