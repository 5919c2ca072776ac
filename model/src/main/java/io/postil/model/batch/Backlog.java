package io.postil.model.batch;

import java.util.ArrayList;
import java.util.List;

/** Requests that wait, in order of arrival and bounded. Threading: any thread. */
final class Backlog {
    private final int capacity;
    private List<Request> waiting = new ArrayList<>();
    private boolean closed;

    Backlog(int capacity) {
        this.capacity = capacity;
    }

    /** Takes as many as there is room for, the first ones, and returns how many those were. None are taken once closed. */
    synchronized int offer(List<Request> requests) {
        int taken = closed ? 0 : Math.min(requests.size(), capacity - waiting.size());
        waiting.addAll(requests.subList(0, taken));
        notifyAll();
        return taken;
    }

    /** Waits for a request, and hands over all there are; none only when closed. */
    synchronized List<Request> takeAll() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return drain();
    }

    /** Takes no more from now on, and returns those that nobody took. */
    synchronized List<Request> close() {
        closed = true;
        notifyAll();
        return drain();
    }

    private List<Request> drain() {
        List<Request> all = waiting;
        waiting = new ArrayList<>();
        return all;
    }
}
