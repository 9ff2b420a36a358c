package org.liaison.auditlog.book;

class BookInMemoryTest extends BookContract {

    @Override
    Book emptyBook() {
        return new BookInMemory(TestLog.SIGNER);
    }
}
