# syntax=docker/dockerfile:1

FROM python:3.12-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/verbatim
WORKDIR /build
# The dependencies are a layer of their own: they change less often than the code.
COPY requirements.txt ./
RUN /opt/verbatim/bin/pip install --require-hashes --only-binary :all: -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY corpus corpus
COPY index index
RUN /opt/verbatim/bin/pip install --no-deps --no-build-isolation . \
    && /opt/verbatim/bin/pip uninstall --yes pip

FROM python:3.12-slim
# A fixed number, so that the owner of a mounted folder can be set to it.
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin verbatim \
    && install --directory --owner verbatim --group verbatim /data
COPY --from=build /opt/verbatim /opt/verbatim
ENV PATH=/opt/verbatim/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    VERBATIM_DATA=/data
USER 10001
WORKDIR /data
VOLUME /data
ENTRYPOINT ["verbatim"]
CMD ["run"]
