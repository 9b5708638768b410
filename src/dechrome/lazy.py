"""What is worked out when first asked for, and then known: properties, and questions about a line."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from dechrome.types import Line

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - a decorator
    """`functools.cached_property` without its lock, which in Python 3.11 costs more than most answers cost."""

    def __init__(self, function: Callable[[Any], T]) -> None:
        self._function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> Self | T:
        if instance is None:
            return self
        value: T = self._function(instance)
        instance.__dict__[self._name] = value
        return value


def of_line(question: Callable[[Line], T]) -> Callable[[Line], T]:
    """A question that a line answers by itself, whatever stands around it: each round asks it again, and none waits."""
    name = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def asked(line: Line) -> T:
        known = vars(line)
        if name not in known:
            known[name] = question(line)
        return known[name]  # type: ignore[no-any-return]

    return asked
