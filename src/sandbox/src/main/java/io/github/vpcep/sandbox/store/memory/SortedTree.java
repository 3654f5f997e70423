package io.github.vpcep.sandbox.store.memory;

import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A sorted set that knows its ranks; immutable. A weight-balanced tree, of which a change copies one path.
 *
 * <p>A place in it is described by a function that is negative for the elements before the place, positive for those
 * behind it, and zero for those at it.
 */
final class SortedTree<T> {
    // A side may be three times as heavy as the other; the pair of figures is proven to keep the balance.
    private static final int HEAVIER = 3;
    private static final int DOUBLE_ROTATION = 2;

    private final Comparator<? super T> order;
    private final @Nullable Node<T> root;

    /** An empty one. */
    SortedTree(Comparator<? super T> order) {
        this(order, null);
    }

    private SortedTree(Comparator<? super T> order, @Nullable Node<T> root) {
        this.order = order;
        this.root = root;
    }

    int size() {
        return size(root);
    }

    boolean contains(T element) {
        int at = rank(each -> order.compare(each, element));
        return at < size() && order.compare(get(at), element) == 0;
    }

    /** The element at an index, which must be one. */
    T get(int index) {
        Node<T> node = root;
        int left = index;
        while (node != null) {
            int here = size(node.before);
            if (left == here) {
                return node.element;
            }
            node = left < here ? node.before : node.after;
            left = left < here ? left : left - here - 1;
        }
        throw new IndexOutOfBoundsException(index);
    }

    /** How many elements are before the place. */
    int rank(ToIntFunction<? super T> place) {
        Node<T> node = root;
        int rank = 0;
        while (node != null) {
            boolean before = place.applyAsInt(node.element) < 0;
            rank += before ? size(node.before) + 1 : 0;
            node = before ? node.after : node.before;
        }
        return rank;
    }

    /** Shows the elements from an index to before another one, counted from the end that it begins at. */
    void visit(int from, int to, boolean ascending, Consumer<? super T> visitor) {
        visit(root, from, to, ascending, visitor);
    }

    /** This one with the element, in the place of the one that is equal in order. */
    SortedTree<T> with(T element) {
        return new SortedTree<>(order, insert(root, element));
    }

    /** This one without the element that is equal in order. */
    SortedTree<T> without(T element) {
        return new SortedTree<>(order, remove(root, element));
    }

    private static <T> void visit(
            @Nullable Node<T> node, int from, int to, boolean ascending, Consumer<? super T> visitor) {
        if (node == null || to <= 0 || from >= node.size) {
            return;
        }
        Node<T> near = ascending ? node.before : node.after;
        int here = size(near);
        visit(near, from, to, ascending, visitor);
        if (from <= here && here < to) {
            visitor.accept(node.element);
        }
        visit(ascending ? node.after : node.before, from - here - 1, to - here - 1, ascending, visitor);
    }

    private Node<T> insert(@Nullable Node<T> node, T element) {
        if (node == null) {
            return new Node<>(null, element, null);
        }
        int side = order.compare(element, node.element);
        if (side == 0) {
            return new Node<>(node.before, element, node.after);
        }
        return side < 0
                ? balance(insert(node.before, element), node.element, node.after)
                : balance(node.before, node.element, insert(node.after, element));
    }

    private @Nullable Node<T> remove(@Nullable Node<T> node, T element) {
        if (node == null) {
            return null;
        }
        int side = order.compare(element, node.element);
        if (side == 0) {
            return join(node.before, node.after);
        }
        return side < 0
                ? balance(remove(node.before, element), node.element, node.after)
                : balance(node.before, node.element, remove(node.after, element));
    }

    private static <T> @Nullable Node<T> join(@Nullable Node<T> before, @Nullable Node<T> after) {
        if (before == null || after == null) {
            return before == null ? after : before;
        }
        return before.size > after.size
                ? balance(withoutLast(before), last(before), after)
                : balance(before, first(after), withoutFirst(after));
    }

    private static <T> T first(Node<T> node) {
        return node.before == null ? node.element : first(node.before);
    }

    private static <T> T last(Node<T> node) {
        return node.after == null ? node.element : last(node.after);
    }

    private static <T> @Nullable Node<T> withoutFirst(Node<T> node) {
        return node.before == null ? node.after : balance(withoutFirst(node.before), node.element, node.after);
    }

    private static <T> @Nullable Node<T> withoutLast(Node<T> node) {
        return node.after == null ? node.before : balance(node.before, node.element, withoutLast(node.after));
    }

    private static <T> Node<T> balance(@Nullable Node<T> before, T element, @Nullable Node<T> after) {
        if (size(before) + size(after) > 1) {
            if (after != null && after.size > HEAVIER * size(before)) {
                return raiseAfter(before, element, after);
            }
            if (before != null && before.size > HEAVIER * size(after)) {
                return raiseBefore(before, element, after);
            }
        }
        return new Node<>(before, element, after);
    }

    private static <T> Node<T> raiseAfter(@Nullable Node<T> before, T element, Node<T> after) {
        Node<T> inner = after.before;
        if (inner == null || inner.size < DOUBLE_ROTATION * size(after.after)) {
            return new Node<>(new Node<>(before, element, inner), after.element, after.after);
        }
        return new Node<>(
                new Node<>(before, element, inner.before),
                inner.element,
                new Node<>(inner.after, after.element, after.after));
    }

    private static <T> Node<T> raiseBefore(Node<T> before, T element, @Nullable Node<T> after) {
        Node<T> inner = before.after;
        if (inner == null || inner.size < DOUBLE_ROTATION * size(before.before)) {
            return new Node<>(before.before, before.element, new Node<>(inner, element, after));
        }
        return new Node<>(
                new Node<>(before.before, before.element, inner.before),
                inner.element,
                new Node<>(inner.after, element, after));
    }

    private static int size(@Nullable Node<?> node) {
        return node == null ? 0 : node.size;
    }

    private static final class Node<T> {
        final @Nullable Node<T> before;
        final T element;
        final @Nullable Node<T> after;
        final int size;

        Node(@Nullable Node<T> before, T element, @Nullable Node<T> after) {
            this.before = before;
            this.element = element;
            this.after = after;
            this.size = size(before) + 1 + size(after);
        }
    }
}
