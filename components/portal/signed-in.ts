export { ApplicationPage } from "./application/application-page";
export { PortalFrame } from "./shell/portal-frame";
