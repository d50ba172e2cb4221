"""The field: what symptom trackers, statistics and causal discovery would answer for the same person.

Every method takes a frame and gives a score for each exposure and which of them it calls sure.
"""

from __future__ import annotations

import warnings
from functools import partial

import numpy as np
from frame import LAGS, Floats, Frame
from numpy.typing import NDArray
from scipy.stats import norm, rankdata

Answer = tuple[Floats, NDArray[np.bool_]]


def pearson(frame: Frame) -> Answer:
    """The largest lagged correlation, what symptom trackers show; sure by Benjamini-Hochberg."""
    return _correlation(frame.pain, frame.lagged())


def spearman(frame: Frame) -> Answer:
    """The same on ranks."""
    seen = ~np.isnan(frame.pain)
    pain = np.full(len(frame.pain), np.nan)
    pain[seen] = rankdata(frame.pain[seen])
    return _correlation(pain, rankdata(frame.lagged(), axis=0))


def _correlation(pain: Floats, columns: Floats) -> Answer:
    seen = ~np.isnan(pain)
    y, x = pain[seen] - pain[seen].mean(), columns[seen] - columns[seen].mean(axis=0)
    size = np.sqrt((y @ y) * (x**2).sum(axis=0))
    r = np.abs(np.divide(y @ x, size, out=np.zeros(x.shape[1]), where=size > 0))
    best = r.reshape(-1, LAGS).max(axis=1)
    p = np.minimum(1.0, LAGS * 2 * norm.sf(np.arctanh(np.minimum(best, 0.999)) * np.sqrt(seen.sum() - 3)))
    return best, _discoveries(p)


def _discoveries(p: Floats, level: float = 0.05) -> NDArray[np.bool_]:
    """Benjamini-Hochberg."""
    order = np.argsort(p)
    below = np.flatnonzero(p[order] <= level * np.arange(1, len(p) + 1) / len(p))
    found = np.zeros(len(p), bool)
    found[order[: below[-1] + 1 if below.size else 0]] = True
    return found


def lasso(frame: Frame) -> Answer:
    """LassoCV on daily lags; sure where a coefficient is not zero."""
    from sklearn.linear_model import LassoCV  # noqa: PLC0415 - only this method needs it
    from sklearn.model_selection import TimeSeriesSplit  # noqa: PLC0415

    seen = ~np.isnan(frame.pain)
    x = frame.lagged()[seen]
    x = (x - x.mean(axis=0)) / np.maximum(x.std(axis=0), 1e-9)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = LassoCV(cv=TimeSeriesSplit(5), max_iter=5000).fit(x, frame.pain[seen])
    best = np.abs(fit.coef_).reshape(-1, LAGS).max(axis=1)
    return best, best > 0


def pcmci(frame: Frame) -> Answer:
    """Tigramite's PCMCI with partial correlation, lags 0-5, only links into the pain."""
    from tigramite import data_processing  # noqa: PLC0415
    from tigramite.independence_tests.parcorr import ParCorr  # noqa: PLC0415
    from tigramite.pcmci import PCMCI  # noqa: PLC0415

    data = np.column_stack([frame.pain, frame.doses])
    data = np.where(np.isnan(data), 999.0, data)
    into = {(place, -lag): "-?>" for place in range(1, data.shape[1]) for lag in range(LAGS)}
    into |= {(0, -lag): "-?>" for lag in range(1, LAGS)}
    links = {0: into} | {place: {(0, 0): "<?-"} for place in range(1, data.shape[1])}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        run = PCMCI(data_processing.DataFrame(data, missing_flag=999.0), ParCorr(), verbosity=0)
        found = run.run_pcmci(tau_min=0, tau_max=LAGS - 1, pc_alpha=0.2, link_assumptions=links)
    p = found["p_matrix"][1:, 0, :].min(axis=1)
    value = np.abs(found["val_matrix"][1:, 0, :]).max(axis=1)
    corrected = np.minimum(1.0, LAGS * p)
    return (1 - corrected) + 1e-3 * value, _discoveries(corrected)


def pysusie_ar1(frame: Frame, **options: float | str) -> Answer:
    """The Python SuSiE on five lag responses an exposure, after AR(1) whitening of the check-ins; sure above .9.

    Options go to `pysusie.susie`. With its defaults every unused effect keeps a small prior variance, which spreads its
    probabilities; a threshold for the null, or EM, sets it to zero.
    """
    import pysusie  # noqa: PLC0415

    y, x = _ar1(frame.series.points, frame.kernels())
    varies = x.std(axis=0) > 1e-9  # noqa: PLR2004 - rounding
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = pysusie.susie(x[:, varies], y, L=10, **options)
    pip = np.zeros(x.shape[1])
    pip[varies] = pysusie.susie_get_pip(fit)
    each = 1 - np.prod(1 - pip.reshape(len(frame.keys), -1), axis=1)
    return each, each > 0.9  # noqa: PLR2004 - as everywhere


def _ar1(y: Floats, x: Floats) -> tuple[Floats, Floats]:
    centred = y - y.mean()
    rho = float(np.clip((centred[1:] @ centred[:-1]) / (centred @ centred), 0, 0.95))
    return y[1:] - rho * y[:-1], x[1:] - rho * x[:-1]


def horseshoe(frame: Frame) -> Answer:
    """A regularised horseshoe by NUTS (300 + 300 draws, AR(1) noise, three lag responses); score P(|b| > .3)."""
    import jax  # noqa: PLC0415
    import jax.numpy as jnp  # noqa: PLC0415
    import numpyro  # noqa: PLC0415
    from numpyro import distributions as dist  # noqa: PLC0415
    from numpyro.infer import MCMC, NUTS  # noqa: PLC0415

    x, y = jnp.array(frame.kernels(3)), jnp.array(frame.series.points)

    def model() -> None:
        wide = numpyro.sample("wide", dist.HalfCauchy(0.05))
        local = numpyro.sample("local", dist.HalfCauchy(jnp.ones(x.shape[1])))
        slab = numpyro.sample("slab", dist.InverseGamma(2, 4))
        spread = jnp.sqrt(slab * wide**2 * local**2 / (slab + wide**2 * local**2))
        raw = numpyro.sample("raw", dist.Normal(jnp.zeros(x.shape[1]), 1))
        b = numpyro.deterministic("b", raw * spread)
        rest = y - numpyro.sample("level", dist.Normal(3, 3)) - x @ b
        rho = numpyro.sample("rho", dist.Uniform(0, 0.98))
        numpyro.sample("rest", dist.Normal(rho * rest[:-1], numpyro.sample("noise", dist.HalfNormal(1))), obs=rest[1:])

    run = MCMC(NUTS(model), num_warmup=300, num_samples=300, progress_bar=False)
    run.run(jax.random.PRNGKey(0))
    b = np.asarray(run.get_samples()["b"]).reshape(300, len(frame.keys), -1)
    found = (np.abs(b) > 0.3).any(axis=2).mean(axis=0)  # noqa: PLR2004 - METHOD's size
    return found, found > 0.9  # noqa: PLR2004 - as everywhere


METHODS = {
    "largest lagged correlation": pearson,
    "the same on ranks": spearman,
    "LassoCV, daily lags": lasso,
    "PCMCI (tigramite)": pcmci,
    "pysusie + AR(1)": pysusie_ar1,
    "pysusie + AR(1), null threshold .1": partial(pysusie_ar1, check_null_threshold=0.1),
    "pysusie + AR(1), EM": partial(pysusie_ar1, estimate_prior_method="EM"),
    "horseshoe, NUTS": horseshoe,
}
"""The methods by the name that tables show."""
