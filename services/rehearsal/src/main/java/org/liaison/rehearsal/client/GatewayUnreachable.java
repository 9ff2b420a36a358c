package org.liaison.rehearsal.client;

/// No gateway answered.
public final class GatewayUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GatewayUnreachable(String sentence) {
        super(sentence);
    }
}
