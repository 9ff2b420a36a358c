package org.liaison.pages;

/// There is nothing at this address, or it is not for the one who asks: nobody learns which.
public final class Absent extends RuntimeException {
    public Absent() {
        super("nothing here for who asks", null, false, false);
    }
}
