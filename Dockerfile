# The program as a small image: Node, the built folder and nothing else. It runs as nobody in particular, and writes to /data alone.
#   docker build -t unstuck .                       the server
#   docker build -t unstuck-admin --target admin .  the operator's command line
ARG NODE=node:24.21.0-bookworm-slim

FROM ${NODE} AS build
WORKDIR /build
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM ${NODE} AS packages
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# The operator's commands need neither the framework nor a second Node.
RUN npm ci --omit=dev && rm -rf node_modules/next node_modules/@next node_modules/node node_modules/@img

FROM ${NODE} AS admin
RUN mkdir -m 0700 /data && chown node:node /data
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data
COPY --from=packages /build/node_modules ./node_modules
COPY package.json ./
COPY lib ./lib
COPY scripts ./scripts
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
