# The HTTP service in a container: docker build -t tonelint . && docker run -p 8081:8081 -v ./keys.txt:/keys.txt:ro tonelint
FROM python:3.12-slim AS build
COPY . /source
RUN python -m venv /tonelint && /tonelint/bin/pip install --no-cache-dir "/source[server]"

FROM python:3.12-slim
COPY --from=build /tonelint /tonelint
RUN useradd --system --no-create-home --uid 10001 tonelint
USER 10001
ENV PATH=/tonelint/bin:$PATH PYTHONUNBUFFERED=1 XDG_CACHE_HOME=/tmp
EXPOSE 8081
HEALTHCHECK --start-period=20s CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8081/healthz')"]
ENTRYPOINT ["tonelint"]
# Everybody can reach a container's port, so keys are asked for; make one with: docker run tonelint serve --new-key NAME
CMD ["serve", "--host", "0.0.0.0", "--keys", "/keys.txt"]
