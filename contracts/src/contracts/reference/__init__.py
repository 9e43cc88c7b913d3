"""PROVISIONAL, by the lead, until the reference helper overwrites this folder."""

from types import SimpleNamespace as N


class UnknownAgency(Exception): ...


class UnknownUnit(Exception): ...


_A = {
    "btt-mttq-tinh": ("front", "T", "mttq", ("front-standing",), False),
    "ub-mttq-tinh": ("front", "T", "mttq", ("front-committee",), False),
    "ubnd-tinh": ("state", "T", "ubnd", ("peoples-committee", "drafting-body"), False),
    "so-ldtbxh": ("state", "T", "ubnd", ("poverty-reduction", "drafting-body"), False),
    "ub-mttq-xa": ("front", "X", "mttq", ("front-committee",), True),
    "ubnd-xa": ("state", "X", "ubnd", ("peoples-committee", "drafting-body"), True),
    "ban-vd-quy-tinh": ("front", "T", "mttq", ("fund-board",), False),
    "ban-ctmt": ("front", "K", "mttq", ("area-front-group",), True),
}


class _Agencies:
    def get(self, code, on):
        if code not in _A:
            raise UnknownAgency(code)
        s, l, c, f, p = _A[code]
        return N(
            code=code, name_vi=code, name_en=code, side=s, level=l, column=c, functions=list(f), per_unit=p
        )

    def holding(self, function, on, level=None):
        return [self.get(c, on) for c, v in _A.items() if function in v[3]]

    def in_force(self, code, on):
        return code in _A


class _Units:
    def at(self, code, on):
        return N(code=code)

    def is_within(self, code, ancestor, on):
        return ancestor == "19" or code.startswith(ancestor)

    def check(self, code, on):
        return N(code=code)

    def level_of(self, code):
        return {2: "T", 3: "H", 5: "X"}.get(len(code), "K")


def agencies():
    return _Agencies()


def units():
    return _Units()
