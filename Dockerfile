# The program as a small image: Node and the built folder. It runs as a user without rights, and writes to /data alone.
#   docker build -t unstuck .                       the server
#   docker build -t unstuck-admin --target admin .  the operator's command line
ARG NODE=node:24.21.0-bookworm-slim

FROM ${NODE} AS build
WORKDIR /build
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Whatever the umask of the checkout was, the image's user has to read what came from it.
RUN npm run build && chmod -R a+rX .next/standalone

FROM ${NODE} AS packages
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# The operator's commands need neither the framework, to which all that is optional belongs, nor a second Node, which a script would fetch.
RUN npm ci --omit=dev --omit=optional --ignore-scripts && rm -rf node_modules/next node_modules/@next node_modules/node
COPY lib ./lib
COPY scripts ./scripts
RUN chmod -R a+rX .

FROM ${NODE} AS admin
# pg_dump and pg_restore for backup and restore, of the same release as the database in compose.yaml: an older one refuses a newer server.
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/* \
  && mkdir -m 0700 /data && chown node:node /data
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data
COPY --from=packages /build ./
USER node
VOLUME ["/data"]
ENTRYPOINT ["node", "--conditions=react-server", "scripts/admin.ts"]
CMD ["--help"]

FROM ${NODE} AS server
RUN mkdir -m 0700 /data && chown node:node /data
WORKDIR /app
ENV NODE_ENV=production PORT=3000 HOSTNAME=0.0.0.0 DATA_DIR=/data NEXT_TELEMETRY_DISABLED=1
COPY --from=build /build/.next/standalone ./
USER node
VOLUME ["/data"]
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
