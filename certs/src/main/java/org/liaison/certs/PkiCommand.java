package org.liaison.certs;

import picocli.CommandLine.Command;

/// `liaison pki`: the PKI at the keyboard.
@Command(name = "pki", description = "Make and keep keys, certificates and revocation lists.")
public final class PkiCommand {}
