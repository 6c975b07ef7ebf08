# The IDE's files, from npm.
FROM node:20-bookworm-slim AS ide
WORKDIR /ide
COPY src/GraphNews.Server/Ide/package.json src/GraphNews.Server/Ide/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
COPY --from=ide /ide/node_modules src/GraphNews.Server/Ide/node_modules
# Newer than the lists that it was made from: the build then asks npm for nothing.
RUN touch src/GraphNews.Server/Ide/node_modules/.package-lock.json \
    && dotnet publish src/GraphNews.Server --configuration Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
ENV Urls=http://+:8080
EXPOSE 8080
USER $APP_UID
# Healthy means that it takes requests and that its database answers. The image has no curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "GraphNews.Server.dll"]
